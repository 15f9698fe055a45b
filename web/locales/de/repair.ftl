# repair
