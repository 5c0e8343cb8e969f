package kiro.hook.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/// What a watcher in the background leaves for people to read: two files at most, the older of which is replaced.
public final class WatchLog implements Consumer<String> {
    private final Path file;
    private final long mostBytes;

    /// @param mostBytes of each of the two files
    public WatchLog(Path file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    /// Where a line cannot be written, watching goes on without.
    @Override
    public synchronized void accept(String line) {
        try {
            if (Files.exists(file) && Files.size(file) > mostBytes) {
                Files.move(
                        file,
                        file.resolveSibling(file.getFileName() + ".1"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(
                    file,
                    line + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException full) {
            return;
        }
    }
}
