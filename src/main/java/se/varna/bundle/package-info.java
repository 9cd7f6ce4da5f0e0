/** What the police get: the words, the facts and the evidence of a case, ready to hand over. Nobody depends on it but pages. */
@org.springframework.modulith.ApplicationModule(displayName = "Underlag till polisen")
package se.varna.bundle;
