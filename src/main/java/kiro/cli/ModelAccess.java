package kiro.cli;

import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.model.Model;
import kiro.model.Price;
import kiro.model.Purpose;
import kiro.model.Route;
import kiro.workspace.Workspace;

/// The language models that can be used here, and the one that is.
public interface ModelAccess {
    /// What is known of a model before it is asked.
    ///
    /// @param why how it came to be the one, for people
    /// @param maxOutput the most tokens that one reply may have
    /// @param mayThink whether it can be told how much to think, as far as that is known
    /// @param price empty where it is not known
    record Facts(
            String name,
            String why,
            int window,
            int maxOutput,
            boolean takesImages,
            boolean mayThink,
            Optional<Price> price) {}

    /// Where a kind of work goes.
    ///
    /// @param name of the model; that of the setting where it cannot be used
    /// @param facts empty for the built-in engine, and where there is a problem
    record Way(
            Route route,
            String name,
            Optional<Facts> facts,
            Optional<Problem> problem,
            List<String> remarks) {
        public Way {
            remarks = List.copyOf(remarks);
        }
    }

    /// A model that answers while another one is overloaded.
    ///
    /// @param name as the setting has it
    /// @param problem why it cannot be used; empty where it can
    record Fallback(String name, Optional<Problem> problem) {}

    /// Where all work goes.
    sealed interface Ways {
        /// @param fallbacks the models that answer while one is overloaded
        record Found(List<Way> ways, List<Fallback> fallbacks, String fallbackOrigin)
                implements Ways {
            public Found {
                ways = List.copyOf(ways);
                fallbacks = List.copyOf(fallbacks);
            }

            Optional<Way> way(Purpose purpose) {
                return ways.stream().filter(way -> way.route().purpose() == purpose).findFirst();
            }
        }

        record Broken(List<Finding> findings) implements Ways {
            public Broken {
                findings = List.copyOf(findings);
            }
        }
    }

    /// @param named on the command line, where it was
    Ways ways(Workspace workspace, Optional<String> named);

    /// Somebody who has models.
    ///
    /// @param isReady whether everything is there to ask one
    /// @param words what is there, or what is missing
    record Provider(String name, boolean isReady, String words) {}

    /// What came of asking for the model that the settings lead to, or that is named.
    sealed interface Opening {
        /// @param remarks what a person should know of the choice
        /// @param ending lets go of what the model holds
        record Opened(Model model, Facts facts, List<String> remarks, Runnable ending)
                implements Opening {
            public Opened {
                remarks = List.copyOf(remarks);
            }
        }

        /// The built-in engine works, which is no language model.
        record BuiltIn(String why) implements Opening {}

        record Unusable(Problem problem) implements Opening {}

        record Broken(List<Finding> findings) implements Opening {
            public Broken {
                findings = List.copyOf(findings);
            }
        }
    }

    /// @param named on the command line, where it was
    Opening open(Workspace workspace, Optional<String> named);

    /// What came of asking a provider for its models.
    sealed interface Offered {
        record Models(List<Facts> models) implements Offered {
            public Models {
                models = List.copyOf(models);
            }
        }

        /// @param isRefused whether the provider was asked, and gave no list
        record Failed(Problem problem, boolean isRefused) implements Offered {}

        record Broken(List<Finding> findings) implements Offered {
            public Broken {
                findings = List.copyOf(findings);
            }
        }
    }

    /// Asks a provider for its models.
    Offered offered(Workspace workspace, String provider) throws InterruptedException;

    /// A model, or a provider's models, that can be used here.
    ///
    /// @param model as the setting names it
    /// @param words where the credentials or the server are
    record Found(String model, String words) {}

    /// What can be used here; nothing where a setting says what is.
    List<Found> found(Workspace workspace) throws InterruptedException;

    /// Everybody who has models, in alphabetical order. Nothing is asked but whether a server of this machine is there.
    List<Provider> providers(Workspace workspace);
}
