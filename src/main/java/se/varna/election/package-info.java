/** When there are elections, and that elected officials are more exposed before them (R21–R23). */
@org.springframework.modulith.ApplicationModule(displayName = "Val")
package se.varna.election;
