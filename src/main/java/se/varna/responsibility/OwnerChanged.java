package se.varna.responsibility;

import se.varna.directory.Owner;

/** A case has gone from one function to another, in the same transaction; what no longer makes sense then can end. */
public record OwnerChanged(String caseNumber, Owner former, Owner owner) {}
