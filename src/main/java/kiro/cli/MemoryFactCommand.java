package kiro.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import kiro.memory.Fact;
import kiro.memory.Facts;
import picocli.CommandLine.Parameters;

/// A command that does one thing to one fact.
abstract class MemoryFactCommand implements Callable<Integer> {
    private final OpenMemory memory;
    private final BiFunction<Facts, Fact, Facts> change;
    private final String done;

    @Parameters(arity = "1", paramLabel = "ID", description = "The fact, or how its id begins.")
    private String id = "";

    MemoryFactCommand(OpenMemory memory, BiFunction<Facts, Fact, Facts> change, String done) {
        this.memory = memory;
        this.change = change;
        this.done = done;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return memory.change(id, change, done).number();
    }
}
