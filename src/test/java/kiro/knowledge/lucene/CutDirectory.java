package kiro.knowledge.lucene;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/// A folder of an index in which nothing can be written any more from some step on.
final class CutDirectory extends FilterDirectory {
    private static final int BYTES_PER_STEP = 96;

    private final int steps;
    private final Cut cut;
    private int done;
    private int bytes;

    /// @param steps that are done before
    CutDirectory(Directory directory, int steps, Cut cut) {
        super(directory);
        this.steps = steps;
        this.cut = cut;
    }

    /// What is the matter from then on.
    enum Cut {
        /// Nothing can be written, files can be removed.
        FULL,
        /// Nothing happens, and what was not handed to the system is lost.
        KILLED
    }

    boolean isCut() {
        return done > steps;
    }

    private synchronized void step() throws IOException {
        done++;
        check();
    }

    private void check() throws IOException {
        if (isCut()) {
            throw new IOException("No space left on device");
        }
    }

    private synchronized void write(int more) throws IOException {
        bytes += more;
        while (bytes >= BYTES_PER_STEP) {
            bytes -= BYTES_PER_STEP;
            step();
        }
        check();
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        step();
        return new Output(super.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
            throws IOException {
        step();
        return new Output(super.createTempOutput(prefix, suffix, context));
    }

    @Override
    public void deleteFile(String name) throws IOException {
        if (cut == Cut.KILLED) {
            step();
        }
        super.deleteFile(name);
    }

    @Override
    public void rename(String source, String target) throws IOException {
        step();
        super.rename(source, target);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
        step();
        super.sync(names);
    }

    private final class Output extends FilterIndexOutput {
        private Output(IndexOutput out) {
            super("cut", out.getName(), out);
        }

        @Override
        public void writeByte(byte b) throws IOException {
            write(1);
            super.writeByte(b);
        }

        @Override
        public void writeBytes(byte[] b, int offset, int length) throws IOException {
            write(length);
            super.writeBytes(b, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (cut == Cut.KILLED && isCut()) {
                return;
            }
            super.close();
        }
    }
}
