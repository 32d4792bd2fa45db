"""What goes from one library to another: a community's file, and the sample community."""
