package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kiro.session.Event;
import kiro.session.EventReader;
import kiro.session.LogReading;
import kiro.session.Recorded;
import kiro.session.SessionListener;

/// Kills a run at each record of its log, and goes on with each of what it left.
///
/// The folder is copied while a record is appended: the append has written it, and the run goes on only after the copy. That is
/// what a process leaves that is killed there. All that it has done is in the file system, which keeps what a killed process
/// has written, and nothing of it is elsewhere: `AgentKillNineTest` kills processes and compares. Where something was done that
/// the record was to tell of, the run is killed before it as well: the same folder without the record. Anywhere else a kill
/// before a record leaves what a kill after the one before it leaves. Records that are torn are those of `AgentResumeTest`.
///
/// What effects there were is counted outside of the workspace, where nothing of kiro writes, by a line for each in `effects`.
final class Kills {
    static final String WORKSPACE = "w";
    static final String OUTSIDE = "outside";

    /// A number that no process has.
    private static final int DEAD = Integer.MAX_VALUE - 1;

    private static final Set<String> LEFT =
            Set.of("w/target", "w/session", "w/spill", "w/.git", "w/.kiro/sessions");

    private final Path folder;
    private final Work work;
    private final List<Event> events = new ArrayList<>();

    /// What a run does.
    interface Work {
        /// The agent on a workspace that is new, or was left by a kill.
        AgentHarness open(Path workspace, boolean isNew) throws InterruptedException;

        RunReport run(AgentHarness agent) throws InterruptedException;

        RunReport resume(AgentHarness agent) throws InterruptedException;
    }

    Kills(Path folder, Work work) {
        this.folder = folder;
        this.work = work;
    }

    /// The events of the run that nobody kills.
    List<Event> events() {
        return List.copyOf(events);
    }

    /// Carries the work out and keeps what a kill at each record leaves.
    ///
    /// @return what the work leaves when nobody kills it
    Map<String, String> run() throws Exception {
        Path whole = folder.resolve("whole");
        Files.createDirectories(whole.resolve(OUTSIDE));
        AgentHarness agent = work.open(whole.resolve(WORKSPACE), true);
        agent.watchedBy(
                new SessionListener() {
                    @Override
                    public void recorded(Recorded recorded, String line) {
                        events.add(recorded.event());
                        copy(whole, killed(events.size()));
                    }
                });
        RunReport report = work.run(agent);
        assertThat(report.end()).as("%s", events).isEqualTo(new RunEnd.Done());
        return left(whole);
    }

    /// What is wrong after any of the kills, a line each.
    List<String> faults() throws Exception {
        Map<String, String> wanted = run();
        return each(
                IntStream.rangeClosed(1, events.size()).boxed().toList(),
                after -> faults(after, wanted));
    }

    /// What is wrong after one kill.
    interface Kill {
        List<String> faults(int after) throws Exception;
    }

    /// What is wrong after these kills. What they left has nothing in common: two go on at a time.
    static List<String> each(List<Integer> records, Kill kill) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<List<String>>> all =
                    records.stream()
                            .map(after -> threads.submit(() -> kill.faults(after)))
                            .toList();
            var faults = new ArrayList<String>();
            for (Future<List<String>> each : all) {
                faults.addAll(each.get());
            }
            return faults;
        }
    }

    private List<String> faults(int after, Map<String, String> wanted) throws Exception {
        var faults = new ArrayList<String>();
        Event event = events.get(after - 1);
        String place = "killed at %d, %%s %s".formatted(after, name(event));
        if (followsAnEffect(event)) {
            Path before = folder.resolve("before-" + after);
            copy(killed(after), before);
            cutLast(before.resolve(WORKSPACE + "/session/events.jsonl"));
            faults.addAll(faults(place.formatted("before"), work, before, wanted));
        }
        faults.addAll(faults(place.formatted("after"), work, killed(after), wanted));
        return faults;
    }

    private static String name(Event event) {
        return switch (event) {
            case Event.ChildDid did -> "the child's " + name(did.event());
            case Event.ToolIntended intended -> "the intent of " + intended.callId();
            case Event.ToolFinished finished -> "the answer to " + finished.callId();
            default -> event.getClass().getSimpleName();
        };
    }

    /// What a process leaves that is killed after so many records.
    Path killed(int after) {
        return folder.resolve("killed-" + after);
    }

    /// Whether something was done that is not in the log before this record.
    private static boolean followsAnEffect(Event event) {
        return switch (event) {
            case Event.ChildDid did -> followsAnEffect(did.event());
            case Event.ToolFinished _,
                    Event.FilesChanged _,
                    Event.PlanProposed _,
                    Event.PlanApproved _,
                    Event.StepFinished _,
                    Event.ChildEnded _,
                    Event.RunEnded _ ->
                    true;
            default -> false;
        };
    }

    private static void cutLast(Path log) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        int end = bytes.length - 1;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        Files.write(log, Arrays.copyOf(bytes, end));
    }

    /// What is wrong where a run goes on that was killed.
    static List<String> faults(String place, Work work, Path killed, Map<String, String> wanted)
            throws Exception {
        AgentHarness agent = work.open(killed.resolve(WORKSPACE), false);
        List<Event> before = agent.events();
        if (RunState.of(agent.reading()).begun().isEmpty()) {
            return List.of();
        }
        RunReport report = work.resume(agent);
        LogReading log = new EventReader().read(agent.log());
        Map<String, String> now = left(killed);
        return Stream.of(
                        check(report.end() instanceof RunEnd.Done, "it ends with " + report.end()),
                        check(log.damage().isEmpty(), "the log is damaged: " + log.damage()),
                        check(
                                agent.events().subList(0, before.size()).equals(before),
                                "what was in the log is not there any more"),
                        check(now.equals(wanted), "it left " + difference(wanted, now)))
                .flatMap(Optional::stream)
                .map(fault -> place + ": " + fault)
                .toList();
    }

    private static String difference(Map<String, String> wanted, Map<String, String> now) {
        var names = new java.util.TreeSet<>(wanted.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name ->
                        !Optional.ofNullable(wanted.get(name))
                                .equals(Optional.ofNullable(now.get(name))))
                .map(name ->
                        "%s as '%s', not '%s'".formatted(name, now.get(name), wanted.get(name)))
                .toList()
                .toString();
    }

    private static Optional<String> check(boolean holds, String fault) {
        return holds ? Optional.empty() : Optional.of(fault);
    }

    /// The files that a run leaves, the effects that it had, and its commits.
    static Map<String, String> left(Path folder) throws Exception {
        var left = new TreeMap<String, String>();
        walk(
                folder,
                LEFT,
                file -> {
                    String name = folder.relativize(file).toString();
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    left.put(
                            name,
                            name.startsWith(OUTSIDE)
                                    ? text.lines().sorted().toList().toString()
                                    : text);
                });
        Path moves = folder.resolve(WORKSPACE + "/.git/logs/HEAD");
        if (Files.exists(moves)) {
            left.put(
                    "commits",
                    Files.readAllLines(moves).stream()
                            .map(line -> line.substring(line.indexOf('\t') + 1))
                            .toList()
                            .toString());
        }
        return left;
    }

    static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.resolve(OUTSIDE));
            walk(
                    from,
                    Set.of("w/target", "w/.kiro/sessions", "w/.git/hooks"),
                    file -> {
                        Path copy = to.resolve(ofTheDead(from.relativize(file).toString()));
                        Files.createDirectories(copy.getParent());
                        Files.copy(
                                file,
                                copy,
                                StandardCopyOption.COPY_ATTRIBUTES,
                                StandardCopyOption.REPLACE_EXISTING);
                    });
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// What another thread has half written belongs to a process that is no more.
    private static String ofTheDead(String file) {
        return file.replaceFirst("(^|/)\\.kiro-\\d+-(\\d+\\.tmp)$", "$1.kiro-" + DEAD + "-$2");
    }

    private interface OnFile {
        void at(Path file) throws IOException;
    }

    /// Files that go while they are looked at, such as those that git writes for a moment, are not there.
    private static void walk(Path folder, Set<String> left, OnFile onFile) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path at, BasicFileAttributes attributes) {
                        return left.contains(folder.relativize(at).toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path at, BasicFileAttributes attributes)
                            throws IOException {
                        try {
                            onFile.at(at);
                        } catch (java.nio.file.NoSuchFileException gone) {
                            return FileVisitResult.CONTINUE;
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path at, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
