package kiro.model.builtin.write;

import java.util.Optional;
import kiro.spec.CriterionId;

/// Something that a spec asks for and that stays undone.
///
/// @param sentence the spec's own words
/// @param criterion set where it is a criterion, which then stays unproven
/// @param reason what was not understood, or has no place in the project
public record Unplaced(String sentence, Optional<CriterionId> criterion, String reason) {
    public Unplaced {
        // The words are put together with names of a project, which may begin with a vowel.
        reason =
                reason.replaceAll(
                        "\\b([aA]) (?=(?:[aeioAEIO]|[uU](?!ni|su|se|ui|R|tc))[a-zA-Z])(?!one\\b|once\\b|eu)",
                        "$1n ");
    }

    /// One line for a reader.
    public String line() {
        return criterion.map(id -> id + ": ").orElse("")
                + "\""
                + sentence
                + "\" stays open: "
                + reason;
    }
}
