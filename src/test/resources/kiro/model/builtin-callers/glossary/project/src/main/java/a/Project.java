package a;

public record Project(long id, String name) {}
