"""The rules, one module each; nothing else has to be edited to add one."""
