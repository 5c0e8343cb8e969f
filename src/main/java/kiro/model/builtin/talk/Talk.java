package kiro.model.builtin.talk;

import java.util.List;

/// Writes requests and checks for one kind of test client.
public interface Talk {
    /// The name of the client's field in a test class.
    String field();

    /// The simple name of the client's type.
    String type();

    /// The qualified name of it.
    String qualifiedType();

    /// The method of the test class that makes requests of an endpoint.
    String helper(Endpoint endpoint);

    /// A request whose answer does not matter, as a statement.
    String sent(Ask ask);

    /// A request of whose answer only the status matters, as a statement.
    String answered(Ask ask, int status);

    /// A request, and the values of a property in the list of its answer, as an expression for a list.
    ///
    /// @param list the path of the list; empty where the body is the list
    String values(Ask ask, String list, String property);

    /// A request and its checks, as statements.
    List<String> checked(Ask ask, List<Check> checks);

    /// Whether the application answers in the thread of the test, where test support can sign users in and
    /// a transaction spans both.
    boolean isInThread();

    /// Methods that the statements call, beside the ones for requests.
    List<Shared> shared();

    /// A method that several statements call.
    record Shared(String name, String code) {}
}
