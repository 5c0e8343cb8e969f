package kiro.action;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.hook.run.BuiltInRequest;
import kiro.hook.run.Subject;
import kiro.process.Capture;
import kiro.workspace.Git;

/// Finds what a branch is to be merged into.
final class MergeTarget {
    private MergeTarget() {}

    /// What somebody names, the server's main branch, or one that is usually called so.
    static Optional<String> of(Git git, BuiltInRequest request, Settings settings)
            throws InterruptedException {
        var candidates = new ArrayList<String>();
        settings.text("base").ifPresent(candidates::add);
        if (candidates.isEmpty()) {
            if (request.event().subject() instanceof Subject.PullRequest pull) {
                candidates.add("origin/" + pull.base());
                candidates.add(pull.base());
            }
            answer(git, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD")
                    .ifPresent(candidates::add);
            for (String usual : List.of("main", "master", "trunk", "develop")) {
                if (!usual.equals(request.branch())) {
                    candidates.add(usual);
                }
            }
        }
        for (String candidate : candidates) {
            boolean isThere =
                    !candidate.startsWith("-")
                            && answer(
                                            git,
                                            "rev-parse",
                                            "--verify",
                                            "--quiet",
                                            candidate + "^{commit}")
                                    .isPresent();
            if (isThere) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> answer(Git git, String... arguments)
            throws InterruptedException {
        return git.run(List.of(arguments)) instanceof Capture.Ended ended && ended.code() == 0
                ? Optional.of(new String(ended.output(), StandardCharsets.UTF_8).strip())
                        .filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
