package kiro.gate;

import java.util.List;
import java.util.Optional;

/// Whether a change owes a spec, and why.
///
/// @param reason in words, such as `3f2a1c0 'feat: profiles' changes src/Profile.java`
public record SpecDebt(boolean isOwed, String reason) {

    /// A change owes a spec when something that says it is a feature, or does not say what it is, changes source.
    static SpecDebt of(Change change, SourceFiles sources, Optional<PullRequest> request) {
        List<String> changed =
                change.files().stream()
                        .map(Change.ChangedFile::path)
                        .filter(sources::isSource)
                        .toList();
        if (changed.isEmpty()) {
            return new SpecDebt(false, "no source file differs");
        }
        for (Commit commit : change.commits()) {
            Optional<String> file = commit.files().stream().filter(sources::isSource).findFirst();
            if (file.isPresent() && commit.message().isFeature()) {
                return new SpecDebt(true, described(commit) + " changes " + file.get());
            }
        }
        Optional<Message> title =
                request.map(PullRequest::title).filter(text -> !text.isBlank()).map(Message::of);
        if (title.filter(Message::isFeature).isPresent()) {
            return new SpecDebt(
                    true,
                    "the pull request '%s' changes %s"
                            .formatted(title.get().subject(), changed.getFirst()));
        }
        return untyped(change, sources, title)
                .map(commit ->
                        new SpecDebt(
                                true,
                                described(commit) + " does not say what it is and changes source"))
                .orElseGet(() -> new SpecDebt(false, "no commit that changes source is a feature"));
    }

    /// A commit that changes source without a type; none where the title of the pull request says that all of it is
    /// something else.
    private static Optional<Commit> untyped(
            Change change, SourceFiles sources, Optional<Message> title) {
        if (title.filter(Message::isOther).isPresent()) {
            return Optional.empty();
        }
        return change.commits().stream()
                .filter(commit -> !commit.message().isOther())
                .filter(commit -> commit.files().stream().anyMatch(sources::isSource))
                .findFirst();
    }

    private static String described(Commit commit) {
        return "%s '%s'".formatted(commit.id(), commit.message().subject());
    }
}
