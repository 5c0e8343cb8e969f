package kiro.knowledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All that is known: the local sources, and the knowledge bases. What searches them is made when it is first needed.
public final class Knowledge implements AutoCloseable {
    private final KnowledgeSettings settings;
    private final Supplier<LocalIndex> local;
    private final Supplier<Shelf> remote;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable LocalIndex openLocal;
    private @Nullable Shelf openRemote;

    public Knowledge(
            KnowledgeSettings settings, Supplier<LocalIndex> local, Supplier<Shelf> remote) {
        this.settings = settings;
        this.local = local;
        this.remote = remote;
    }

    public List<KnowledgeSource> sources() {
        return settings.sources();
    }

    /// How many passages are wanted where a question does not say.
    public int usualNumber() {
        return settings.results();
    }

    /// The sources of a name, or all of them.
    public List<KnowledgeSource> named(Optional<String> name) {
        return sources().stream()
                .filter(source -> name.map(source.name()::equals).orElse(true))
                .toList();
    }

    /// What the settings say of it.
    public KnowledgeSettings settings() {
        return settings;
    }

    /// Brings the index of the local sources up to date, whether there are any or not.
    public Indexing refresh(Consumer<String> news) throws InterruptedException {
        return local().refresh(news);
    }

    /// Where the index of the local sources lies, and how large it is; empty where there is none yet.
    public Optional<LocalIndex.Size> size() throws IOException {
        return local().size();
    }

    /// @param chosen some of its sources
    public Found search(Question question, List<KnowledgeSource> chosen, Consumer<String> news)
            throws InterruptedException {
        var answers = new ArrayList<Found>();
        List<String> locals = names(chosen, true);
        List<String> bases = names(chosen, false);
        if (!locals.isEmpty()) {
            answers.add(local().search(question, locals, news));
        }
        if (!bases.isEmpty()) {
            answers.add(remote().search(question, bases, news));
        }
        return answers.size() == 1 ? answers.getFirst() : joined(answers, question.number());
    }

    private static List<String> names(List<KnowledgeSource> chosen, boolean isLocal) {
        return chosen.stream()
                .filter(source -> source.isLocal() == isLocal)
                .map(KnowledgeSource::name)
                .toList();
    }

    /// Scores of different measures do not compare: the ranks decide.
    static Found joined(List<Found> answers, int number) {
        var notes = new ArrayList<String>();
        answers.forEach(answer -> notes.addAll(answer.notes()));
        return new Found(
                Fusion.of(answers.stream().map(Found::passages).toList(), number).stream()
                        .map(Fusion.Ranked::value)
                        .toList(),
                notes,
                answers.stream().allMatch(Found::isWhole));
    }

    private LocalIndex local() {
        lock.lock();
        try {
            LocalIndex open = openLocal == null ? local.get() : openLocal;
            openLocal = open;
            return open;
        } finally {
            lock.unlock();
        }
    }

    private Shelf remote() {
        lock.lock();
        try {
            Shelf open = openRemote == null ? remote.get() : openRemote;
            openRemote = open;
            return open;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (openLocal != null) {
                openLocal.close();
            }
            if (openRemote != null) {
                openRemote.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
