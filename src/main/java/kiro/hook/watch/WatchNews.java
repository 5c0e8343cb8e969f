package kiro.hook.watch;

import java.util.List;
import kiro.finding.Finding;
import kiro.hook.run.HookEvent;
import kiro.hook.run.HookRuns;
import kiro.workspace.watch.FileEvent;

/// What whoever watches a workspace has to say.
public sealed interface WatchNews {
    /// The files of hooks were read, and say something else than before.
    ///
    /// @param waiting the names of the hooks that wait for something that is watched
    /// @param untrusted how many do not run because nobody trusts their file
    record Ready(List<String> waiting, int untrusted) implements WatchNews {
        public Ready {
            waiting = List.copyOf(waiting);
        }
    }

    /// A file of hooks is broken, so that nothing runs until it is mended.
    record Broken(List<Finding> findings) implements WatchNews {
        public Broken {
            findings = List.copyOf(findings);
        }
    }

    record Changed(List<FileEvent> events) implements WatchNews {
        public Changed {
            events = List.copyOf(events);
        }
    }

    /// Git changed files, which starts nothing.
    record CheckedOut(int files) implements WatchNews {}

    /// Something is not watched as it should be.
    record Limited(String problem, String fix) implements WatchNews {}

    /// Something happened beside files, such as tests that failed.
    record Happened(HookEvent event) implements WatchNews {}

    record Started(String hook, HookEvent event) implements WatchNews {}

    record Ended(String hook, HookRuns runs) implements WatchNews {}
}
