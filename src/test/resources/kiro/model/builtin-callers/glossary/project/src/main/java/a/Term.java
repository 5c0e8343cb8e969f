package a;

public record Term(long id, long projectId, long authorId, String source, String target) {}
