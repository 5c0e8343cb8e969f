package kiro.hook.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import kiro.hook.Hook;
import kiro.text.Hash;

/// Runs one hook on one event: waits for its place, tries as often as it may, and writes down how it began and ended.
final class HookRunner {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final LocalHooks.Place place;
    private final Actions actions;
    private final HookLog log;
    private final HookSlots slots;
    private final KeptOutputs outputs;
    private final Clock clock;
    private final AtomicLong count = new AtomicLong();

    HookRunner(LocalHooks.Place place, HookMeans means, HookLog log, Clock clock) {
        this.place = place;
        this.actions = new Actions(place.root(), place.folder(), means);
        this.log = log;
        this.slots = new HookSlots(place.folder().resolve("slots"));
        this.outputs = new KeptOutputs(place.folder().resolve("output"));
        this.clock = clock;
    }

    /// The last of some tries.
    private record Tried(Attempt attempt, int tries) {}

    HookRun run(Hook hook, HookEvent event) throws InterruptedException {
        try {
            Optional<HookSlots.Slot> slot =
                    slots.take(hook.name(), hook.limits().concurrency(), hook.limits().timeout());
            if (slot.isEmpty()) {
                return notRun(
                        hook,
                        event,
                        Judgement.failed(
                                hook, "was not run: it runs already, and did not end in time"));
            }
            try (HookSlots.Slot _ = slot.get()) {
                return inPlace(hook, event);
            }
        } catch (IOException unwritable) {
            return notRun(
                    hook,
                    event,
                    Judgement.failed(
                            hook,
                            "was not run, as what hooks do cannot be written down: %s"
                                    .formatted(unwritable.getMessage())));
        }
    }

    /// A hook that does not run, written down.
    HookRun notRun(Hook hook, HookEvent event, HookRun.Outcome outcome) {
        var run =
                new HookRun(
                        id(),
                        hook.name(),
                        event.kind(),
                        event.files(),
                        outcome,
                        HookRun.Left.NOTHING,
                        new HookRun.Times(clock.instant(), Duration.ZERO, 0));
        return written(run);
    }

    private HookRun inPlace(Hook hook, HookEvent event) throws IOException, InterruptedException {
        String id = id();
        Instant begun = clock.instant();
        long from = System.nanoTime();
        log.begun(id, hook, event, begun);
        try {
            Tried tried = tried(id, hook, event);
            return written(
                    ended(
                            id,
                            hook,
                            event,
                            Judgement.of(hook, tried.attempt()),
                            tried.attempt().left(),
                            new HookRun.Times(begun, since(from), tried.tries())));
        } catch (InterruptedException stopped) {
            written(
                    ended(
                            id,
                            hook,
                            event,
                            new HookRun.Outcome.Failed("was stopped"),
                            HookRun.Left.NOTHING,
                            new HookRun.Times(begun, since(from), 1)));
            throw stopped;
        } finally {
            outputs.prune();
        }
    }

    private static HookRun ended(
            String id,
            Hook hook,
            HookEvent event,
            HookRun.Outcome outcome,
            HookRun.Left left,
            HookRun.Times times) {
        return new HookRun(id, hook.name(), event.kind(), event.files(), outcome, left, times);
    }

    private Tried tried(String id, Hook hook, HookEvent event)
            throws IOException, InterruptedException {
        Duration pause = FIRST_PAUSE;
        for (int tries = 1; ; tries++) {
            Attempt attempt = actions.run(id, hook, event);
            if (tries > hook.limits().retries() || !Judgement.isWorthAnother(attempt)) {
                return new Tried(attempt, tries);
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }

    /// What happened has happened, written down or not.
    private HookRun written(HookRun run) {
        try {
            log.ended(run, clock.instant(), hashes(run.left().written()));
        } catch (IOException full) {
            return run;
        }
        return run;
    }

    private Map<String, Hash> hashes(List<String> paths) {
        Map<String, Hash> hashes = new TreeMap<>();
        for (String path : paths) {
            Path file = place.root().resolve(path);
            try {
                hashes.put(path, Hash.of(Files.readAllBytes(file)));
            } catch (IOException gone) {
                hashes.remove(path);
            }
        }
        return hashes;
    }

    private static Duration since(long from) {
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /// Unlike that of any other run on this machine, and in the order of time.
    private String id() {
        return "%s-%d-%s-%d"
                .formatted(
                        Long.toString(clock.millis(), Character.MAX_RADIX),
                        ProcessHandle.current().pid(),
                        Long.toString(System.nanoTime(), Character.MAX_RADIX),
                        count.incrementAndGet());
    }
}
