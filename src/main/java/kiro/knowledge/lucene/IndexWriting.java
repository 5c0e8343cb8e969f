package kiro.knowledge.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.knowledge.Embedder;
import kiro.knowledge.Embedder.Embedding;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;

/// Changes of an index, which nobody else changes meanwhile. Vectors are asked for in batches over the files; what is not committed is
/// dropped with the writer. All of it is done by the caller's thread, so that whatever fails fails there.
final class IndexWriting implements AutoCloseable {
    private static final int PIECES_PER_COMMIT = 2_000;
    private static final int EMBEDDED_CHARACTERS = 6_000;
    private static final double BUFFER_MEGABYTES = 32;

    private final IndexWriter writer;
    private final Optional<Embedder> embedder;
    private final List<Pending> pending = new ArrayList<>();
    private int pendingPieces;
    private int sinceCommit;
    private Optional<String> failure = Optional.empty();

    /// @throws org.apache.lucene.store.LockObtainFailedException when somebody else changes it
    IndexWriting(Directory directory, Words words, Optional<Embedder> embedder) throws IOException {
        this.embedder = embedder;
        this.writer =
                new IndexWriter(
                        directory,
                        new IndexWriterConfig(words)
                                .setCodec(LongVectors.codec())
                                .setMergeScheduler(new SerialMergeScheduler())
                                .setRAMBufferSizeMB(BUFFER_MEGABYTES));
    }

    /// @param text of which the file's state is told
    private record Pending(Candidate file, FileText text, List<Chunk> chunks) {}

    /// Why no vectors are made any more.
    Optional<String> failure() {
        return failure;
    }

    void put(Candidate file, FileText text, List<Chunk> chunks)
            throws IOException, InterruptedException {
        pending.add(new Pending(file, text, chunks));
        pendingPieces += chunks.size();
        if (embedder.isEmpty() || failure.isPresent() || pendingPieces >= Embedder.MOST_TEXTS) {
            write();
        }
    }

    void remove(String file) throws IOException {
        changed(() -> writer.deleteDocuments(new Term(Fields.FILE, file)));
    }

    /// Keeps all that was done.
    void finish() throws IOException, InterruptedException {
        write();
        changed(writer::commit);
    }

    /// Something that changes the index.
    private interface Change {
        long make() throws IOException;
    }

    /// A writer that has failed answers with its own state from then on: the failure that led there is what there is to tell.
    private void changed(Change change) throws IOException {
        try {
            change.make();
        } catch (IllegalStateException broken) {
            if (writer.getTragicException() instanceof IOException first) {
                throw first;
            }
            throw broken;
        }
    }

    private void write() throws IOException, InterruptedException {
        List<float[]> vectors = failure.isPresent() ? List.of() : vectors();
        String model = vectors.isEmpty() ? "" : embedder.map(Embedder::name).orElse("");
        int next = 0;
        for (Pending each : pending) {
            var documents = new ArrayList<Document>();
            boolean isPlain = vectors.isEmpty() && !each.chunks().isEmpty();
            documents.add(
                    Fields.file(
                            each.file(),
                            Stamps.of(
                                    each.text(),
                                    each.file(),
                                    isPlain ? "" : embedder.map(Embedder::name).orElse(""))));
            for (Chunk chunk : each.chunks()) {
                Document piece = Fields.piece(each.file(), chunk);
                if (!vectors.isEmpty()) {
                    piece.add(Fields.vector(model, vectors.get(next)));
                }
                documents.add(piece);
                next++;
            }
            changed(() ->
                    writer.updateDocuments(new Term(Fields.FILE, each.file().shown()), documents));
            sinceCommit += documents.size();
        }
        pending.clear();
        pendingPieces = 0;
        if (sinceCommit >= PIECES_PER_COMMIT) {
            changed(writer::commit);
            sinceCommit = 0;
        }
    }

    /// One for each pending piece; empty where none are made.
    private List<float[]> vectors() throws InterruptedException {
        List<String> texts =
                pending.stream()
                        .flatMap(each ->
                                each.chunks().stream().map(chunk -> embedded(each.file(), chunk)))
                        .toList();
        if (embedder.isEmpty() || texts.isEmpty()) {
            return List.of();
        }
        var vectors = new ArrayList<float[]>();
        for (int from = 0; from < texts.size(); from += Embedder.MOST_TEXTS) {
            List<String> some =
                    texts.subList(from, Math.min(texts.size(), from + Embedder.MOST_TEXTS));
            switch (embedder.get().embed(Embedder.Role.PASSAGE, some)) {
                case Embedding.Vectors made -> vectors.addAll(made.vectors());
                case Embedding.Failed failed -> {
                    failure = Optional.of(failed.reason());
                    return List.of();
                }
            }
        }
        return usable(vectors, texts.size());
    }

    private List<float[]> usable(List<float[]> vectors, int wanted) {
        boolean isUsable =
                vectors.size() == wanted
                        && vectors.stream()
                                .allMatch(each ->
                                        each.length > 0
                                                && each.length <= LongVectors.MOST_NUMBERS
                                                && each.length == vectors.getFirst().length);
        if (!isUsable) {
            failure =
                    Optional.of(
                            "the embedding model answers %d vectors for %d texts, or such that cannot be kept"
                                    .formatted(vectors.size(), wanted));
        }
        return isUsable ? vectors : List.of();
    }

    private static String embedded(Candidate file, Chunk chunk) {
        String text = file.shown() + "\n" + chunk.title() + "\n" + chunk.text();
        return text.substring(0, Math.min(text.length(), EMBEDDED_CHARACTERS));
    }

    @Override
    public void close() throws IOException {
        if (writer.isOpen()) {
            writer.rollback();
        }
    }
}
