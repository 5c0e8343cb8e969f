package kiro.aws;

/// A place in which credentials may be.
@FunctionalInterface
interface CredentialSource {
    Lookup look() throws InterruptedException;
}
