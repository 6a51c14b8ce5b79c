"""The pages in a real browser; a package, so that its site is emptied before other tests go on."""
