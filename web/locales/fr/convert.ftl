# convert
