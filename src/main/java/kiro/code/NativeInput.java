package kiro.code;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;

/// What the native parser asks back while it parses: for the next piece of source, and whether to go on.
///
/// Both questions come with the address of a record: where the source is, its size, and the moment
/// after which the answer to the second is no.
@SuppressWarnings("restricted")
final class NativeInput {
    /// The parser's `TSInput`.
    static final StructLayout INPUT =
            MemoryLayout.structLayout(
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT,
                    MemoryLayout.paddingLayout(4),
                    ValueLayout.ADDRESS);

    /// The parser's `TSParseOptions`.
    static final StructLayout OPTIONS =
            MemoryLayout.structLayout(ValueLayout.ADDRESS, ValueLayout.ADDRESS);

    private static final StructLayout RECORD =
            MemoryLayout.structLayout(
                    ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);
    private static final StructLayout POINT =
            MemoryLayout.structLayout(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    private static final AddressLayout TO_RECORD = ValueLayout.ADDRESS.withTargetLayout(RECORD);
    private static final AddressLayout TO_COUNT =
            ValueLayout.ADDRESS.withTargetLayout(ValueLayout.JAVA_INT);
    private static final AddressLayout TO_STATE =
            ValueLayout.ADDRESS.withTargetLayout(MemoryLayout.structLayout(TO_RECORD));
    private static final MemorySegment READ =
            stub(
                    "read",
                    FunctionDescriptor.of(
                            ValueLayout.ADDRESS, TO_RECORD, ValueLayout.JAVA_INT, POINT, TO_COUNT));
    private static final MemorySegment IS_STOPPED =
            stub("isStopped", FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, TO_STATE));

    private static final long SIZE = 8;
    private static final long DEADLINE = 16;
    private static final long ENCODING = 16;

    private final MemorySegment input;
    private final MemorySegment options;

    /// @param limit how long the parser may take
    NativeInput(byte[] source, Duration limit, Arena arena) {
        MemorySegment record = arena.allocate(RECORD);
        record.set(ValueLayout.ADDRESS, 0, arena.allocateFrom(ValueLayout.JAVA_BYTE, source));
        record.set(ValueLayout.JAVA_LONG, SIZE, source.length);
        record.set(ValueLayout.JAVA_LONG, DEADLINE, System.nanoTime() + limit.toNanos());
        this.input = arena.allocate(INPUT);
        input.set(ValueLayout.ADDRESS, 0, record);
        input.set(ValueLayout.ADDRESS, SIZE, READ);
        input.set(ValueLayout.JAVA_INT, ENCODING, 0);
        this.options = arena.allocate(OPTIONS);
        options.set(ValueLayout.ADDRESS, 0, record);
        options.set(ValueLayout.ADDRESS, SIZE, IS_STOPPED);
    }

    MemorySegment input() {
        return input;
    }

    MemorySegment options() {
        return options;
    }

    /// Called by the parser: the source from an offset on.
    static MemorySegment read(
            MemorySegment record, int offset, MemorySegment point, MemorySegment count) {
        long size = record.get(ValueLayout.JAVA_LONG, SIZE);
        long start = Math.min(Integer.toUnsignedLong(offset), size);
        count.set(ValueLayout.JAVA_INT, 0, (int) (size - start));
        return MemorySegment.ofAddress(record.get(ValueLayout.ADDRESS, 0).address() + start);
    }

    /// Called by the parser: whether the time is over.
    static boolean isStopped(MemorySegment state) {
        long deadline = state.get(TO_RECORD, 0).get(ValueLayout.JAVA_LONG, DEADLINE);
        return System.nanoTime() - deadline > 0;
    }

    private static MemorySegment stub(String name, FunctionDescriptor shape) {
        try {
            MethodType type = shape.toMethodType();
            MethodHandle target = MethodHandles.lookup().findStatic(NativeInput.class, name, type);
            return Linker.nativeLinker().upcallStub(target, shape, Arena.global());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("the method is below", impossible);
        }
    }
}
