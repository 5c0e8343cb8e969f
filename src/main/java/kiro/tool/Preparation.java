package kiro.tool;

import java.util.List;
import java.util.function.Consumer;

/// A call that was read and checked, and has had no effect yet.
public sealed interface Preparation {
    /// The call can be made.
    ///
    /// @param summary one line for people, such as `edit src/App.java (+3 -1)`
    record Ready(Effect effect, String summary, Act act) implements Preparation {}

    /// The call cannot be made: wrong arguments, a path outside of the workspace, an edit that does
    /// not match. The text is the answer for the model.
    ///
    /// @param aim what stays undone by it
    record Refused(String text, Aim aim) implements Preparation {
        /// Refuses a call that would have changed nothing.
        public static Refused looking(String text) {
            return new Refused(text, new Aim.Looking());
        }

        /// Refuses a call that would have changed something.
        ///
        /// @param files by the names that the call gave them
        public static Refused changing(String text, List<String> files) {
            return new Refused(text, new Aim.Changing(files));
        }
    }

    /// What a call was after, as far as it could be read.
    sealed interface Aim {
        record Looking() implements Aim {}

        /// @param files by the names that the call gave them; empty where it named none, or could not be read
        record Changing(List<String> files) implements Aim {
            public Changing {
                files = List.copyOf(files);
            }
        }
    }

    /// The doing of a call. Blocking; cancelled by interruption; called once at most.
    @FunctionalInterface
    interface Act {
        ToolResult run() throws InterruptedException;

        /// The same, where somebody watches.
        ///
        /// @param news is told what the work prints, from time to time
        default ToolResult run(Consumer<String> news) throws InterruptedException {
            return run();
        }

        /// A doing that can be watched.
        static Act watched(Watched work) {
            return new Act() {
                @Override
                public ToolResult run() throws InterruptedException {
                    return work.run(line -> {});
                }

                @Override
                public ToolResult run(Consumer<String> news) throws InterruptedException {
                    return work.run(news);
                }
            };
        }
    }

    /// Something that says what it is at while it works.
    @FunctionalInterface
    interface Watched {
        ToolResult run(Consumer<String> news) throws InterruptedException;
    }
}
