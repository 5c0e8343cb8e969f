package kiro.knowledge.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import kiro.knowledge.Embedder;
import kiro.knowledge.Indexing;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// Brings an index up to date with the files: what has the content that it had is left alone, whatever its date says.
final class IndexRefresh {
    private static final long MOST_CHARACTERS = 64L * 1024 * 1024;
    private static final int FILES_PER_NEWS = 25;

    private final Directory directory;
    private final Words words;
    private final Chunker chunker;
    private final Optional<Embedder> embedder;
    private final UnaryOperator<String> mask;
    private final Consumer<String> news;

    private final Map<FileText.Reason, Integer> withoutText = new EnumMap<>(FileText.Reason.class);
    private final List<Candidate> withoutVectors = new ArrayList<>();
    private final Set<String> kept = new HashSet<>();
    private @Nullable IndexWriting writing;
    private long characters;
    private int tooMuch;
    private int changed;

    IndexRefresh(
            Directory directory,
            Words words,
            Chunker chunker,
            Optional<Embedder> embedder,
            UnaryOperator<String> mask,
            Consumer<String> news) {
        this.directory = directory;
        this.words = words;
        this.chunker = chunker;
        this.embedder = embedder;
        this.mask = mask;
        this.news = news;
    }

    /// @throws org.apache.lucene.store.LockObtainFailedException when somebody else changes the index
    Indexing.Done run(Listing listing) throws IOException, InterruptedException {
        Stamps before = Stamps.in(directory);
        try {
            int seen = 0;
            for (Candidate file : listing.files()) {
                look(file, before);
                if (++seen % FILES_PER_NEWS == 0 && changed > 0) {
                    tell(seen, listing.files().size());
                }
            }
            int removed = remove(before);
            addVectors();
            if (writing != null) {
                writing.finish();
            }
            Stamps after = changed + removed == 0 ? before : Stamps.in(directory);
            return new Indexing.Done(
                    kept.size() - withoutText.values().stream().mapToInt(each -> each).sum(),
                    after.passages(),
                    changed,
                    removed,
                    skipped(),
                    notes(listing));
        } finally {
            if (writing != null) {
                writing.close();
            }
        }
    }

    private void tell(int seen, int all) {
        news.accept("indexing: %,d of %,d files".formatted(seen, all));
    }

    private void look(Candidate file, Stamps before) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        FileText plain = FileText.read(file);
        characters += plain.text().length();
        if (characters > MOST_CHARACTERS) {
            tooMuch++;
            return;
        }
        kept.add(file.shown());
        String known = before.byFile().get(file.shown());
        String wanted = Stamps.of(plain, file, model());
        if (known == null || !Stamps.isSameText(known, wanted)) {
            FileText text = masked(plain);
            count(text.reason());
            put(file, text);
            return;
        }
        count(Stamps.reason(known));
        if (!Stamps.isSame(known, wanted) && embedder.isPresent()) {
            withoutVectors.add(file);
        }
    }

    private void count(Optional<FileText.Reason> reason) {
        reason.ifPresent(each -> withoutText.merge(each, 1, Integer::sum));
    }

    private void put(Candidate file, FileText text) throws IOException, InterruptedException {
        changed++;
        writing()
                .put(
                        file,
                        text,
                        text.reason().isPresent()
                                ? List.of()
                                : chunker.chunks(file.shown(), text.text()));
    }

    /// A secret over several lines is taken out with its file: without its lines all others would be cited wrongly.
    private FileText masked(FileText plain) {
        String masked = mask.apply(plain.text());
        if (masked.equals(plain.text())) {
            return plain;
        }
        return masked.lines().count() == plain.text().lines().count()
                ? new FileText(plain.hash(), masked, Optional.empty())
                : new FileText(plain.hash(), "", Optional.of(FileText.Reason.SECRET));
    }

    /// What was indexed without vectors, or with those of another model. The first failure ends it: the next time it is tried again.
    private void addVectors() throws IOException, InterruptedException {
        int seen = 0;
        for (Candidate file : withoutVectors) {
            if (failure().isPresent()) {
                return;
            }
            put(file, masked(FileText.read(file)));
            if (++seen % FILES_PER_NEWS == 0) {
                news.accept(
                        "making vectors: %,d of %,d files".formatted(seen, withoutVectors.size()));
            }
        }
    }

    private int remove(Stamps before) throws IOException {
        int removed = 0;
        for (String file : before.byFile().keySet()) {
            if (!kept.contains(file)) {
                writing().remove(file);
                removed++;
            }
        }
        return removed;
    }

    private IndexWriting writing() throws IOException {
        if (writing == null) {
            writing = new IndexWriting(directory, words, embedder);
        }
        return writing;
    }

    private String model() {
        return embedder.map(Embedder::name).orElse("");
    }

    private Optional<String> failure() {
        return writing == null ? Optional.empty() : writing.failure();
    }

    private List<String> skipped() {
        return withoutText.entrySet().stream()
                .map(each ->
                        "%,d %s left out: %s"
                                .formatted(
                                        each.getValue(),
                                        each.getValue() == 1 ? "file is" : "files are",
                                        each.getKey().words()))
                .toList();
    }

    private List<String> notes(Listing listing) {
        var notes = new ArrayList<>(listing.notes());
        if (tooMuch > 0) {
            notes.add(
                    "%,d files are left out: no more than 64 MB are indexed; name fewer in knowledge.sources and knowledge.folders"
                            .formatted(tooMuch));
        }
        failure()
                .ifPresent(reason -> notes.add("without vectors, by words alone, since " + reason));
        return notes;
    }
}
