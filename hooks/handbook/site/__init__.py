"""What the build adds to the pages and puts around them, made of the project alone."""
