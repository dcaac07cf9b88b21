"""The only room that writes to areas: repairs in place, new files, new areas."""
