package a;

import java.time.Instant;

public record TermResponse(
        Long id,
        Long projectId,
        Long authorId,
        String source,
        String target,
        int votes,
        Instant approvedAt) {
    static TermResponse of(Term term) {
        return new TermResponse(
                term.getId(),
                term.getProject().getId(),
                term.getAuthorId(),
                term.getSource(),
                term.getTarget(),
                term.getVotes(),
                term.getApprovedAt());
    }
}
