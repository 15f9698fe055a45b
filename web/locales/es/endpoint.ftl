# endpoint
