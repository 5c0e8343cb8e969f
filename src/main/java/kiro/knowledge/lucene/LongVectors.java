package kiro.knowledge.lucene;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/// The form of Lucene's vectors, for longer ones than it takes by itself: some models make vectors of 3,072 numbers. What is
/// written is read by Lucene's own form, whose name it bears.
final class LongVectors extends KnnVectorsFormat {
    static final int MOST_NUMBERS = 4_096;

    private final Lucene99HnswVectorsFormat form = new Lucene99HnswVectorsFormat();

    private LongVectors() {
        super("Lucene99HnswVectorsFormat");
    }

    /// A codec that writes so.
    static Lucene104Codec codec() {
        var vectors = new LongVectors();
        return new Lucene104Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return vectors;
            }
        };
    }

    @Override
    public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
        return form.fieldsWriter(state);
    }

    @Override
    public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
        return form.fieldsReader(state);
    }

    @Override
    public int getMaxDimensions(String field) {
        return MOST_NUMBERS;
    }
}
