/** Keeping the directory: who may change it, what follows from a change, posts that become vacant, and import. */
@org.springframework.modulith.ApplicationModule(displayName = "Bemanning")
package se.varna.staffing;
