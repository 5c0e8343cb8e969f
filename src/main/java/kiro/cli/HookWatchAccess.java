package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.hook.watch.WatchNews;
import kiro.hook.watch.WatchSeat;
import kiro.workspace.Workspace;

/// What watches a workspace for its hooks.
public interface HookWatchAccess {
    WatchSeat seat(Workspace workspace);

    /// Begins to watch.
    Watching watch(Workspace workspace, Consumer<WatchNews> news) throws InterruptedException;

    /// Starts this program once more to watch in the background.
    Background start(Workspace workspace, WatchSeat seat) throws IOException;

    /// Asks whoever watches to end.
    void end(WatchSeat.Holder holder, boolean atOnce);

    /// Appends to what a watcher in the background leaves for people to read.
    Consumer<String> log(WatchSeat seat);

    /// A workspace that is watched until it is closed.
    interface Watching extends AutoCloseable {
        /// Does what is due by now; false where there is nothing to watch any more.
        boolean tick() throws InterruptedException;

        int files();

        @Override
        void close();
    }

    /// A program in the background.
    interface Background {
        long pid();

        boolean isAlive();

        /// What it printed; empty while that is nothing.
        Optional<String> said() throws IOException;
    }
}
