package kiro.hook.watch;

import java.util.List;
import java.util.Set;
import kiro.hook.EventKind;
import kiro.hook.run.HookEvent;
import kiro.workspace.watch.FileEvent;

/// Something beside files that is looked at from time to time, such as reports of tests.
public interface WatchSource {
    /// The events that it knows of; it is asked only while a hook waits for one of them.
    Set<EventKind> kinds();

    /// What happened since it was asked last; the first time is where it begins.
    List<HookEvent> look() throws InterruptedException;

    /// What files have to do with it; nothing for a source that does not go by files.
    ///
    /// @param isByGit whether git put them there
    default List<HookEvent> changed(List<FileEvent> events, boolean isByGit)
            throws InterruptedException {
        return List.of();
    }
}
