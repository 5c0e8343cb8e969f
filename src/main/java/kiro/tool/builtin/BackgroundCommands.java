package kiro.tool.builtin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The command lines of one run that go on in the background, by their handles. They end with the run.
public final class BackgroundCommands implements AutoCloseable {
    private static final int MOST = 8;

    private final Map<String, BackgroundCommand> commands = new LinkedHashMap<>();
    private int count;

    /// Starts a command line.
    interface Starting {
        BackgroundCommand start() throws InterruptedException;
    }

    /// Why no other can be started; empty where one can.
    synchronized Optional<String> objection() {
        List<String> running =
                commands.entrySet().stream()
                        .filter(each -> each.getValue().isRunning())
                        .map(Map.Entry::getKey)
                        .toList();
        return running.size() < MOST
                ? Optional.empty()
                : Optional.of(
                        "%d commands run in the background, the most there may be: stop one of %s"
                                .formatted(running.size(), String.join(", ", running)));
    }

    /// @return the handle
    synchronized String start(Starting starting) throws InterruptedException {
        count++;
        String handle = "bg-" + count;
        commands.put(handle, starting.start());
        return handle;
    }

    synchronized Optional<BackgroundCommand> find(String handle) {
        return Optional.ofNullable(commands.get(handle));
    }

    /// Whether one of them goes on.
    public synchronized boolean isBusy() {
        return commands.values().stream().anyMatch(BackgroundCommand::isRunning);
    }

    /// The handles there are, with their lines.
    synchronized List<String> all() {
        return commands.entrySet().stream()
                .map(each -> each.getKey() + " (" + Summaries.oneLine(each.getValue().line()) + ")")
                .toList();
    }

    @Override
    public void close() {
        List<BackgroundCommand> all;
        synchronized (this) {
            all = List.copyOf(commands.values());
        }
        List<Thread> stopping =
                all.stream().map(each -> Thread.ofVirtual().start(each::stop)).toList();
        boolean isInterrupted = false;
        for (Thread thread : stopping) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException hurried) {
                    isInterrupted = true;
                }
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
