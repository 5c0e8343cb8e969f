package kiro.agent;

import java.util.List;
import java.util.Optional;
import kiro.model.Block;
import kiro.spec.Spec;
import kiro.workspace.WorkspacePath;

/// The person of a conversation.
public interface Talker {
    /// What they say next; waits for it.
    Said next() throws InterruptedException;

    /// What they have said while the model works, for its next request.
    List<Said.Words> meanwhile();

    /// A turn has come to its end: `Done` where the model has answered.
    void ended(RunEnd end);

    /// Something a person says.
    sealed interface Said {
        /// To the model.
        ///
        /// @param said the words as the person said them; empty where somebody else says something in their place
        /// @param blocks what the model is told
        /// @param files that are named in it: the model is given what they hold, as far as it may read them
        record Words(String said, List<Block> blocks, List<WorkspacePath> files) implements Said {
            /// Words that are told as they were said.
            public Words(String said) {
                this(said, List.of(new Block.Text(said)), List.of());
            }

            public Words {
                blocks = List.copyOf(blocks);
                files = List.copyOf(files);
            }
        }

        /// A task that is planned, asked for and carried out.
        ///
        /// @param spec whose criteria are to be proven
        record Task(String words, Optional<Spec> spec) implements Said {}

        /// The conversation is over.
        record Bye() implements Said {}
    }
}
