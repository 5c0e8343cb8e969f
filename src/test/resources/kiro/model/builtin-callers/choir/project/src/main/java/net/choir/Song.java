package net.choir;

public record Song(long id, String title, int minutes, String broughtBy) {}
