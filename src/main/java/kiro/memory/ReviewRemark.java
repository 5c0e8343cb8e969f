package kiro.memory;

/// What somebody of the project wrote in a review of code.
///
/// @param author by whom; a name at the server
/// @param path of the file that it is about, from the project's root; empty where it is about all
public record ReviewRemark(String author, String path, String text) {}
