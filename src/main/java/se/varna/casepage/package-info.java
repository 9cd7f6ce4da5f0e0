/** The page of a case: everything that the one who reads it may see, and what they may do. Nobody depends on it. */
@org.springframework.modulith.ApplicationModule(displayName = "Ärendesida")
package se.varna.casepage;
