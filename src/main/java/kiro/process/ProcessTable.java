package kiro.process;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The processes of this machine, as Linux shows them in `/proc`.
final class ProcessTable {
    private static final int SESSION = 3;
    private static final int STAT_LENGTH = 1024;

    private final File folder;

    private ProcessTable(Path folder) {
        this.folder = folder.toFile();
    }

    /// The table in a folder; empty where the system keeps none.
    static Optional<ProcessTable> in(Path folder) {
        return Files.isReadable(folder.resolve("self/stat"))
                ? Optional.of(new ProcessTable(folder))
                : Optional.empty();
    }

    /// The live processes of a session, its leader included.
    LongStream inSession(long session, LongPredicate among) {
        return processes(among).filter(process -> sessionOf(process) == session);
    }

    /// The live processes whose environment holds a text. Those of other users cannot be read, and
    /// are not among them.
    LongStream withEnvironment(String text, LongPredicate among) {
        return processes(among)
                .filter(process -> environmentOf(process).contains(text) && isAlive(process));
    }

    /// The number given to a process most recently; 0 when it cannot be read.
    long latest() {
        String load = read("loadavg", STAT_LENGTH).strip();
        return number(load.substring(load.lastIndexOf(' ') + 1));
    }

    private LongStream processes(LongPredicate among) {
        String @Nullable [] names = folder.list();
        if (names == null) {
            return LongStream.empty();
        }
        return LongStream.of(numbers(names)).filter(number -> number > 0).filter(among);
    }

    private static long[] numbers(String[] names) {
        long[] numbers = new long[names.length];
        for (int i = 0; i < names.length; i++) {
            numbers[i] = number(names[i]);
        }
        return numbers;
    }

    /// The session of a process; -1 when it has ended, be it that nobody has collected it yet.
    private long sessionOf(long process) {
        String[] fields = fieldsOf(process);
        return fields.length > SESSION && isAlive(fields) ? number(fields[SESSION]) : -1;
    }

    /// Has it not ended? One that has, but which nobody has collected yet, is not alive.
    boolean isAlive(long process) {
        return isAlive(fieldsOf(process));
    }

    private static boolean isAlive(String[] fields) {
        return !fields[0].isEmpty() && !fields[0].startsWith("Z") && !fields[0].startsWith("X");
    }

    /// State, parent, group, session: what follows the name of the program, which may hold anything.
    private String[] fieldsOf(long process) {
        String stat = read(process + "/stat", STAT_LENGTH);
        return stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", SESSION + 2);
    }

    private String environmentOf(long process) {
        return read(process + "/environ", 1 << 20);
    }

    private String read(String name, int limit) {
        try (InputStream input = new FileInputStream(new File(folder, name))) {
            return new String(input.readNBytes(limit), StandardCharsets.ISO_8859_1);
        } catch (IOException endedOrNotOurs) {
            return "";
        }
    }

    private static long number(String text) {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
