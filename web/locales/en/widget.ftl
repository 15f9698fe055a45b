# widget
