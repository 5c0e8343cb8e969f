package kiro.edit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import kiro.process.Capture;
import kiro.workspace.Git;
import kiro.workspace.RawPath;
import kiro.workspace.WorkspacePath;

/// Reads many contents of a repository by one call of git, filtered as for the working tree.
///
/// The size that git tells is not that of the filtered content. So a name that nothing has is asked for after each: what git says of
/// that ends the content.
final class BatchedBlobs {
    /// So many bytes are asked for by a call of their own.
    static final long LARGE = 8 << 20;

    private final Git git;

    BatchedBlobs(Git git) {
        this.git = git;
    }

    /// Whether a file can be named on a line.
    static boolean isNamed(WorkspacePath path) {
        return path.value().chars().noneMatch(each -> each == '\n' || each == '\r');
    }

    /// Those that git does not give are missing.
    ///
    /// @param blobs the id for each path
    Map<WorkspacePath, byte[]> read(SortedMap<WorkspacePath, String> blobs)
            throws InterruptedException {
        String end = "end-" + UUID.randomUUID();
        var input = new StringBuilder();
        String prefix = git.prefix();
        blobs.forEach((path, id) ->
                input.append("%s %s%s\n%s %s\n".formatted(id, prefix, path.value(), end, end)));
        try {
            Path file = Files.createTempFile("kiro-blobs", "");
            try {
                Files.write(file, RawPath.encode(input.toString()));
                Capture capture =
                        git.run(List.of("cat-file", "--batch=%(objectname)", "--filters"), file);
                // A filter that fails ends it: what came before that is whole.
                return capture instanceof Capture.Ended ended
                        ? contents(blobs, ended.output(), end)
                        : Map.of();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException noRoom) {
            return Map.of();
        }
    }

    private static Map<WorkspacePath, byte[]> contents(
            SortedMap<WorkspacePath, String> blobs, byte[] output, String end) {
        byte[] mark = ("\n" + end + " missing\n").getBytes(StandardCharsets.US_ASCII);
        var contents = new HashMap<WorkspacePath, byte[]>();
        int at = 0;
        for (Map.Entry<WorkspacePath, String> blob : blobs.entrySet()) {
            byte[] head = (blob.getValue() + "\n").getBytes(StandardCharsets.US_ASCII);
            int until = find(output, mark, at);
            if (until < 0) {
                return contents;
            }
            boolean isGiven =
                    until >= at + head.length
                            && Arrays.equals(output, at, at + head.length, head, 0, head.length);
            if (isGiven) {
                contents.put(blob.getKey(), Arrays.copyOfRange(output, at + head.length, until));
            }
            at = until + mark.length;
        }
        return contents;
    }

    private static int find(byte[] text, byte[] wanted, int from) {
        for (int i = from; i <= text.length - wanted.length; i++) {
            if (text[i] == wanted[0]
                    && Arrays.equals(text, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
