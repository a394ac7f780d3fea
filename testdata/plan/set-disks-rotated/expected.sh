#!/bin/sh
# From fairlead plan. Needs kubectl, and stops at the first failure: run it again,
# and it goes on where it stopped. If the cluster has changed since the dump,
# make a new plan.
#
# patch volume disk-0: persistentVolumeReclaimPolicy "Delete" becomes "Retain"; it is reserved for claim shop/data-db-1 instead of claim shop/data-db-0
# patch volume disk-1: it is reserved for claim shop/data-db-0 instead of claim shop/data-db-1
# replace claim shop/data-db-1: volume disk-1 is for claim shop/data-db-0 now
# replace claim shop/data-db-0: volume disk-0 is for claim shop/data-db-1 now
# patch StatefulSet shop/db: it is as the spec says; it is scaled down from 2 to 0, and up again at the end
set -eu

printf '%s\n' '1/12 Set the reclaim policy of volume disk-0 to Retain'
# otherwise its disk would go with claim shop/data-db-0
is=$(kubectl get pv/disk-0 --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'v-disk-0' ]; then
  kubectl patch pv/disk-0 --type=merge '--patch={"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'
  kubectl wait pv/disk-0 '--for=jsonpath={.spec.persistentVolumeReclaimPolicy}=Retain' --timeout=5m
fi

printf '%s\n' '2/12 Scale StatefulSet shop/db down from 2 to 0'
# it uses claim shop/data-db-0, claim shop/data-db-1, and a claim in use can't be deleted
needed=
is=$(kubectl get pvc/data-db-0 --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'c-0' ]; then needed=yes; fi
is=$(kubectl get pvc/data-db-1 --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'c-1' ]; then needed=yes; fi
if [ -n "$needed" ]; then
  kubectl patch statefulset/db --namespace=shop --type=merge '--patch={"metadata":{"annotations":{"fairlead.dev/replicas":"2"}},"spec":{"replicas":0}}'
  kubectl wait pods --namespace=shop --selector=app.kubernetes.io/name=db --for=delete --timeout=15m
fi

printf '%s\n' '3/12 Delete claim shop/data-db-1; its disk stays'
# volume disk-1 is for claim shop/data-db-0 now
is=$(kubectl get pvc/data-db-1 --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'c-1' ]; then
  is=$(kubectl get pv/disk-1 --ignore-not-found '--output=jsonpath={.spec.persistentVolumeReclaimPolicy}')
  if ! [ "$is" = 'Retain' ]; then
    printf '%s\n' 'step 3: volume disk-1 has changed since the dump; make a new plan' >&2
    exit 1
  fi
  is=$(kubectl get pvc/data-db-1 --namespace=shop --ignore-not-found '--output=jsonpath={.status.phase} {.spec.volumeName}')
  if ! [ "$is" = 'Bound disk-1' ]; then
    printf '%s\n' 'step 3: claim shop/data-db-1 has changed since the dump; make a new plan' >&2
    exit 1
  fi
  is=$(kubectl get pods --namespace=shop '--output=jsonpath={range .items[*]} {.spec.volumes[*].persistentVolumeClaim.claimName} {end}')
  case "$is" in
    *' ''data-db-1'' '*)
      printf '%s\n' 'step 3: a pod mounts claim shop/data-db-1; make a new plan' >&2
      exit 1
      ;;
  esac
  kubectl delete --raw /api/v1/namespaces/shop/persistentvolumeclaims/data-db-1 -f - >/dev/null <<'EOF'
{"apiVersion": "v1", "kind": "DeleteOptions", "preconditions": {"uid": "c-1"}}
EOF
  kubectl wait pvc/data-db-1 --namespace=shop --for=delete --timeout=5m
fi

printf '%s\n' '4/12 Delete claim shop/data-db-0; its disk stays'
# volume disk-0 is for claim shop/data-db-1 now
is=$(kubectl get pvc/data-db-0 --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'c-0' ]; then
  is=$(kubectl get pv/disk-0 --ignore-not-found '--output=jsonpath={.spec.persistentVolumeReclaimPolicy}')
  if ! [ "$is" = 'Retain' ]; then
    printf '%s\n' 'step 4: volume disk-0 has changed since the dump; make a new plan' >&2
    exit 1
  fi
  is=$(kubectl get pvc/data-db-0 --namespace=shop --ignore-not-found '--output=jsonpath={.status.phase} {.spec.volumeName}')
  if ! [ "$is" = 'Bound disk-0' ]; then
    printf '%s\n' 'step 4: claim shop/data-db-0 has changed since the dump; make a new plan' >&2
    exit 1
  fi
  is=$(kubectl get pods --namespace=shop '--output=jsonpath={range .items[*]} {.spec.volumes[*].persistentVolumeClaim.claimName} {end}')
  case "$is" in
    *' ''data-db-0'' '*)
      printf '%s\n' 'step 4: a pod mounts claim shop/data-db-0; make a new plan' >&2
      exit 1
      ;;
  esac
  kubectl delete --raw /api/v1/namespaces/shop/persistentvolumeclaims/data-db-0 -f - >/dev/null <<'EOF'
{"apiVersion": "v1", "kind": "DeleteOptions", "preconditions": {"uid": "c-0"}}
EOF
  kubectl wait pvc/data-db-0 --namespace=shop --for=delete --timeout=5m
fi

printf '%s\n' '5/12 Reserve volume disk-0 for claim shop/data-db-1'
# from now on, no other claim can be bound to it
is=$(kubectl get pv/disk-0 --ignore-not-found '--output=jsonpath={.metadata.uid} {.spec.claimRef.uid} {.spec.claimRef.name}')
if [ "$is" = 'v-disk-0 c-0 data-db-0' ]; then
  is=$(kubectl get pvc/data-db-0 --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
  if ! [ "$is" = '' ]; then
    printf '%s\n' 'step 5: claim shop/data-db-0 is there again; make a new plan' >&2
    exit 1
  fi
  kubectl patch pv/disk-0 --type=json '--patch=[{"op":"test","path":"/spec/claimRef/uid","value":"c-0"},{"op":"replace","path":"/spec/claimRef","value":{"apiVersion":"v1","kind":"PersistentVolumeClaim","namespace":"shop","name":"data-db-1"}}]'
fi

printf '%s\n' '6/12 Reserve volume disk-1 for claim shop/data-db-0'
# from now on, no other claim can be bound to it
is=$(kubectl get pv/disk-1 --ignore-not-found '--output=jsonpath={.metadata.uid} {.spec.claimRef.uid} {.spec.claimRef.name}')
if [ "$is" = 'v-disk-1 c-1 data-db-1' ]; then
  is=$(kubectl get pvc/data-db-1 --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
  if ! [ "$is" = '' ]; then
    printf '%s\n' 'step 6: claim shop/data-db-1 is there again; make a new plan' >&2
    exit 1
  fi
  kubectl patch pv/disk-1 --type=json '--patch=[{"op":"test","path":"/spec/claimRef/uid","value":"c-1"},{"op":"replace","path":"/spec/claimRef","value":{"apiVersion":"v1","kind":"PersistentVolumeClaim","namespace":"shop","name":"data-db-0"}}]'
fi

printf '%s\n' '7/12 Create claim shop/data-db-1'
# the claim as the spec says
is=$(kubectl get pvc/data-db-1 --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = '' ]; then
  kubectl create --save-config -f - <<'EOF'
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data-db-1
  namespace: shop
spec:
  accessModes:
  - ReadWriteOnce
  resources:
    requests:
      storage: 50Gi
  storageClassName: fast
  volumeMode: Filesystem
  volumeName: disk-0
EOF
fi

printf '%s\n' '8/12 Create claim shop/data-db-0'
# the claim as the spec says
is=$(kubectl get pvc/data-db-0 --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = '' ]; then
  kubectl create --save-config -f - <<'EOF'
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data-db-0
  namespace: shop
spec:
  accessModes:
  - ReadWriteOnce
  resources:
    requests:
      storage: 50Gi
  storageClassName: fast
  volumeMode: Filesystem
  volumeName: disk-1
EOF
fi

printf '%s\n' '9/12 Wait until claim shop/data-db-1 and volume disk-0 are bound'
# pods can start only then
kubectl wait pvc/data-db-1 --namespace=shop '--for=jsonpath={.status.phase}=Bound' --timeout=5m
kubectl wait pvc/data-db-1 --namespace=shop '--for=jsonpath={.spec.volumeName}=disk-0' --timeout=5m
kubectl wait pv/disk-0 '--for=jsonpath={.status.phase}=Bound' --timeout=5m

printf '%s\n' '10/12 Wait until claim shop/data-db-0 and volume disk-1 are bound'
# pods can start only then
kubectl wait pvc/data-db-0 --namespace=shop '--for=jsonpath={.status.phase}=Bound' --timeout=5m
kubectl wait pvc/data-db-0 --namespace=shop '--for=jsonpath={.spec.volumeName}=disk-1' --timeout=5m
kubectl wait pv/disk-1 '--for=jsonpath={.status.phase}=Bound' --timeout=5m

printf '%s\n' '11/12 Scale StatefulSet shop/db up to 2'
# as it was before
is=$(kubectl get statefulset/db --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.annotations.fairlead\.dev/replicas}')
if [ "$is" = '2' ]; then
  kubectl patch statefulset/db --namespace=shop --type=merge '--patch={"metadata":{"annotations":{"fairlead.dev/replicas":null}},"spec":{"replicas":2}}'
fi

printf '%s\n' '12/12 Wait until StatefulSet shop/db is ready'
# its pods have their disks again
kubectl rollout status statefulset/db --namespace=shop --timeout=15m

printf '%s\n' 'done'
