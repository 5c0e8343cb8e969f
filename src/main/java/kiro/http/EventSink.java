package kiro.http;

/// Takes what is found in a stream, in order.
public interface EventSink {
    /// @param name the event's name, empty where it has none
    /// @param data holds the event's data up to the length; valid during the call only
    void event(String name, byte[] data, int length);

    /// A comment, which servers send to show that they live.
    void comment();

    /// An error came in place of an event.
    ///
    /// @param type its kind, as the service names it
    /// @param data what the service says of it, up to the length; valid during the call only
    void failure(String type, byte[] data, int length);

    /// What came does not have the form of the stream; nothing more is read.
    void broken(String reason);

    /// An event became longer than any that is sent; nothing more is read.
    void tooLong();
}
