package kiro.steering;

import java.time.LocalDate;
import java.util.Optional;

/// Who keeps a steering file, and when it was looked at.
///
/// @param review how often it is looked at, as the file says it
/// @param reviewed when it was looked at last, where the file says so
public record Keeping(
        Optional<String> owner, Optional<String> review, Optional<LocalDate> reviewed) {
    static final Keeping NOBODYS =
            new Keeping(Optional.empty(), Optional.empty(), Optional.empty());
}
