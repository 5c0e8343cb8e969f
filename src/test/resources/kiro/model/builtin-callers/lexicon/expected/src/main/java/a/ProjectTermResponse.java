package a;

public record ProjectTermResponse(
        Long id,
        Long projectId,
        String source,
        String target) {

    static ProjectTermResponse of(Term term) {
        return new ProjectTermResponse(
                term.getId(), term.getProject().getId(), term.getSource(), term.getTarget());
    }
}
