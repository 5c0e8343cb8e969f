package kiro.hook.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an event is about.
public sealed interface Subject {
    record Nothing() implements Subject {}

    /// A hook that a person starts, or that is due: no other one of its event runs.
    record Named(String hook) implements Subject {}

    /// Files that were saved, made or deleted.
    ///
    /// @param files their paths from the workspace's root, with `/` between names
    record Files(List<String> files) implements Subject {
        public Files {
            files = List.copyOf(files);
        }
    }

    /// A commit that is being made, or was.
    ///
    /// @param files that are committed
    /// @param message the file with the message, where git has made one
    /// @param source where the message comes from, as git says it: `message`, `template`, `merge`, `squash`, `commit`; may be
    /// empty
    record Commit(List<String> files, Optional<Path> message, String source) implements Subject {
        public Commit {
            files = List.copyOf(files);
        }
    }

    /// Commits that are about to be pushed.
    ///
    /// @param files that they change
    /// @param remote its name, or its address where it has none
    record Push(List<String> files, String remote, String address, List<PushedRef> refs)
            implements Subject {
        public Push {
            files = List.copyOf(files);
            refs = List.copyOf(refs);
        }
    }

    /// A reference that is pushed, as git names both ends. An id of zeros stands for nothing there.
    record PushedRef(String localRef, String localId, String remoteRef, String remoteId) {}

    /// @param tests the names of those that failed
    /// @param report their failures in words, for whoever is to look into them; may be empty
    record FailedTests(List<String> tests, String report) implements Subject {
        public FailedTests {
            tests = List.copyOf(tests);
        }
    }

    record Dependencies(List<Dependency> changed) implements Subject {
        public Dependencies {
            changed = List.copyOf(changed);
        }
    }

    /// A dependency of which another version is wanted.
    ///
    /// @param name as its ecosystem has it, such as `com.acme:tool` or `left-pad`
    /// @param before empty for one that is new
    /// @param after empty for one that is gone
    /// @param file that says so, from the workspace's root
    record Dependency(String ecosystem, String name, String before, String after, String file) {}

    /// @param branch that is to be merged
    /// @param address of its page; may be empty
    record PullRequest(int number, String title, String branch, String base, String address)
            implements Subject {}

    /// A call of the agent.
    ///
    /// @param input its arguments, as JSON
    /// @param response what came of it; empty before it is made
    /// @param hasFailed whether that is a failure
    /// @param files those that it changes, as far as that is known
    record ToolUse(
            String tool,
            String input,
            Optional<String> response,
            boolean hasFailed,
            List<String> files)
            implements Subject {
        public ToolUse {
            files = List.copyOf(files);
        }
    }

    record Prompt(String words) implements Subject {}

    /// What the agent was asked to do.
    ///
    /// @param spec the name of the spec that it is about
    record Task(String words, Optional<String> spec) implements Subject {}

    /// The paths that it is about, from the workspace's root.
    default List<String> files() {
        return switch (this) {
            case Files(List<String> files) -> files;
            case Commit commit -> commit.files();
            case Push push -> push.files();
            case ToolUse use -> use.files();
            case Dependencies(List<Dependency> changed) ->
                    changed.stream().map(Dependency::file).distinct().toList();
            case Nothing _, Named _, FailedTests _, PullRequest _, Prompt _, Task _ -> List.of();
        };
    }

    /// The same about other files, where files are at stake.
    default Subject about(List<String> others) {
        return switch (this) {
            case Files _ -> new Files(others);
            case Commit commit -> new Commit(others, commit.message(), commit.source());
            case Push push -> new Push(others, push.remote(), push.address(), push.refs());
            case ToolUse use ->
                    new ToolUse(use.tool(), use.input(), use.response(), use.hasFailed(), others);
            case Dependencies _,
                    Nothing _,
                    Named _,
                    FailedTests _,
                    PullRequest _,
                    Prompt _,
                    Task _ ->
                    this;
        };
    }
}
