# translate
