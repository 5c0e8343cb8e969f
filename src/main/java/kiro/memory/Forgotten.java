package kiro.memory;

import java.time.LocalDate;
import kiro.text.Hash;

/// A fact that somebody wants to be gone: it is not learned again. Its words are not kept.
///
/// @param words the digest of its words
public record Forgotten(FactId id, Hash words, LocalDate date) {
    boolean isOf(Fact fact) {
        return fact.id().equals(id) || fact.statement().words().equals(words);
    }
}
